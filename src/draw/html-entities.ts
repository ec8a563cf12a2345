const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
};
const ENTITY = /&(?:lt|gt|amp|quot|#39|#x27);/g;

/** TeX that was escaped for HTML, unescaped; null when it is not clearly so (a bare `<`, `>`, or `&` shows that it was not). */
export function unescapeHtml(tex: string): string | null {
  if (!tex.includes('&')) return null;
  const rest = tex.replace(ENTITY, '');
  if (rest.length === tex.length || /[<>&]/.test(rest)) return null;
  return tex.replace(ENTITY, (entity) => ENTITIES[entity] ?? entity);
}
