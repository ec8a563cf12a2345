const DANGEROUS = /[<>&\u2028\u2029]/g;

/**
 * JSON that can stand inside of a `<script>` element: it parses to the same value, and no `</script>`, `<!--` or
 * `]]>` of a stranger's text can end the element.
 */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    DANGEROUS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Text made safe to stand between tags or in a quoted attribute of HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
