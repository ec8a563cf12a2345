import { createHash } from 'node:crypto';
import { printableLine } from '../util/printable.ts';
import { embedJson, escapeHtml } from './embed-json.ts';
import type { BuiltReport } from './report-builder.ts';

/** The page's own code, as it was built. */
export interface PageBundle {
  readonly script: string;
  readonly style: string;
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'%3E%3Ctext y='.9em' font-size='90'%3E%F0%9F%A6%A6%3C/text%3E%3C/svg%3E";

/**
 * The whole index.html: a shell, the data as JSON, the page's code. Its content policy lets nothing load but its own
 * script and style (by hash) and pictures beside it; no network.
 */
export function reportHtml(report: BuiltReport, bundle: PageBundle): string {
  const script = endTagSafe(bundle.script);
  const style = endTagSafe(bundle.style);
  const policy = contentPolicy(script, style);
  const title = escapeHtml(printableLine(report.data.run.title));
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<link rel="icon" href="${ICON}">`,
    `<title>${title} · otterbench</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<div id="page"></div>',
    `<noscript><h1>${title}</h1><p>This report needs JavaScript. The pictures lie in the folder images.</p></noscript>`,
    `<script type="application/json" id="report-data">${embedJson(report.data)}</script>`,
    ...report.detailBlocks.map(
      (block, place) => `<script type="application/octet-stream" id="details-${place}">${block}</script>`,
    ),
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function contentPolicy(script: string, style: string): string {
  return [
    "default-src 'none'",
    "img-src 'self' data:",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

// Only our own bundle goes through here; a `</script` in one of its string literals would still end the element.
function endTagSafe(code: string): string {
  return code.replace(/<\/(script|style)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');
}
