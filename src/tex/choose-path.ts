import { type Load, loadsOf } from './tex-source.ts';

/** Packages that the format holds, or that change nothing in it. */
const HELD = new Set(
  'tikz pgf pgfcore pgffor pgfkeys xcolor graphicx graphics amsmath amssymb amsfonts inputenc otterbench'.split(
    ' ',
  ),
);
/** Class options that change nothing inside of a picture (10 pt is the default). */
const HARMLESS_OPTION =
  /^(?:10pt|a4paper|letterpaper|oneside|twoside|final|onecolumn|tikz|crop|multi|border|margin|png|pdf|svg|utf8|dvipsnames\*?|svgnames|x11names)(?:\s*=.*)?$/;
const PACKAGE_OPTION = /^(?:dvipsnames|svgnames|x11names|utf8|pdftex)$/;
const CLASSES = new Set(['article', 'standalone']);

/** Measures of the page: then its layout is part of the picture. */
const PAGE = /\\(?:text|line|column|paper)(?:width|height)|\\[hv]size|current\s+page/;

function whyCold(load: Load): string | null {
  if (load.kind === 'class') {
    if (!load.names.every((name) => CLASSES.has(name))) return `the class ${load.names.join(', ')}`;
    const option = load.options.find((word) => !HARMLESS_OPTION.test(word) || /names/.test(word));
    return option === undefined ? null : `the class option ${option}`;
  }
  if (load.names.length === 1 && load.names[0] === 'geometry') return null;
  const name = load.names.find((word) => !HELD.has(word));
  if (name !== undefined) return `the package ${name}`;
  const option = load.options.find((word) => !PACKAGE_OPTION.test(word));
  return option === undefined ? null : `the option ${option} of ${load.names.join(', ')}`;
}

/**
 * Why a source must be compiled as written (the cold path), or null when the format holds all that it asks for.
 * `source` is without comments.
 */
export function coldReason(source: string): string | null {
  const loads = loadsOf(source);
  const hasLayout = loads.some((load) => load.names.includes('geometry') || load.options.length > 0);
  if (hasLayout && PAGE.test(source)) return 'measures of a page of its own';
  const reason = loads.map(whyCold).find((found) => found !== null);
  if (reason !== undefined && reason !== null) return reason;
  if (/\\PassOptionsTo|\\documentstyle|\\usepackage\s*[^[{\s]|\\RequirePackageWithOptions/.test(source))
    return 'an unusual way to load packages';
  return null;
}
