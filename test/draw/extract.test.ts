import { describe, expect, test } from 'vitest';
import type { Drawing } from '../../src/domain/drawing.ts';
import { extractDrawing, MAX_REPLY_BYTES } from '../../src/draw/extract.ts';

const PICTURE = '\\begin{tikzpicture}\n\\draw (0,0) -- (1,1);\n\\end{tikzpicture}';
const OTHER = '\\begin{tikzpicture}\n\\fill (2,2) circle (1);\n\\end{tikzpicture}';
const LIBRARY = '\\usetikzlibrary{calc}';

function fenced(code: string, language = 'latex'): string {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}

function found(reply: string): Drawing {
  const extraction = extractDrawing(reply);
  if (extraction.outcome !== 'found') throw new Error(`${extraction.outcome}: ${extraction.reason}`);
  return extraction.drawing;
}

describe('fences', () => {
  test.each([
    ['with a language', fenced(PICTURE)],
    ['with an odd language', fenced(PICTURE, 'tikz')],
    ['without a language', fenced(PICTURE, '')],
    ['of tildes', `~~~tex\n${PICTURE}\n~~~`],
    ['longer than three', `\`\`\`\`\`latex\n${PICTURE}\n\`\`\`\`\``],
    ['in a list, indented', `1. So:\n\n   \`\`\`latex\n${PICTURE}\n   \`\`\`\n`],
    [
      'with prose around',
      `Sure, 100% blind!\n\n${fenced(PICTURE)}\n\nThe \`\\begin{tikzpicture}\` is the picture.`,
    ],
    ['that begin after prose on the line', `Here: \`\`\`latex\n${PICTURE}\n\`\`\``],
    ['that end on the last line of code', `\`\`\`latex\n${PICTURE}\`\`\``],
    ['that never end', `\`\`\`latex\n${PICTURE}`],
    ['in a block of Markdown', `\`\`\`\`markdown\nAn otter:\n\`\`\`latex\n${PICTURE}\n\`\`\`\n\`\`\`\``],
    ['with CRLF and a byte order mark', `\uFEFF${fenced(PICTURE)}`.replaceAll('\n', '\r\n')],
    ['with NUL in them', fenced(PICTURE.replace('draw', 'dr\u0000aw'))],
  ])('a picture in fences %s is found', (_, reply) => {
    expect(found(reply)).toMatchObject({ form: 'picture', source: PICTURE, preamble: '', body: PICTURE });
  });

  test('says what it took', () => {
    expect(found(fenced(PICTURE))).toEqual({
      form: 'picture',
      source: PICTURE,
      preamble: '',
      body: PICTURE,
      note: 'taken from a fenced block (latex)',
    });
  });

  test('a fence with a language ends one that was left open', () => {
    expect(found(`\`\`\`latex\n${OTHER}\nBetter:\n${fenced(PICTURE)}`).source).toBe(PICTURE);
  });
});

describe('several blocks', () => {
  test('the last complete picture wins, and the note says what was left out', () => {
    const drawing = found(`First:\n${fenced(OTHER)}\nBetter:\n${fenced(PICTURE)}`);
    expect(drawing.source).toBe(PICTURE);
    expect(drawing.note).toBe('taken from a fenced block (latex); left out: 1 earlier complete drawing');
  });

  test.each([
    [
      'commands alone',
      fenced('\\draw (0,0) circle (1);'),
      'left out: later commands that are no complete picture',
    ],
    [
      'a picture that never ends',
      fenced('\\begin{tikzpicture}\n\\draw (0,0)'),
      'left out: a later picture that never ends',
    ],
    [
      'a template with dots',
      fenced('\\begin{tikzpicture}\n...\n\\end{tikzpicture}'),
      'left out: a later picture that is hollow or in another language',
    ],
    [
      'a picture in a Python string',
      fenced(`code = r"""\n${OTHER}\n"""`, 'python'),
      'left out: a later picture that is hollow or in another language',
    ],
  ])('%s in a later block does not win', (_, later, note) => {
    expect(found(`${fenced(PICTURE)}\nand\n${later}`)).toEqual({
      form: 'picture',
      source: PICTURE,
      preamble: '',
      body: PICTURE,
      note: `taken from a fenced block (latex); ${note}`,
    });
  });

  test('several pictures of one block are all kept, in order', () => {
    const both = `${OTHER}\n\n${PICTURE}`;
    expect(found(fenced(both))).toMatchObject({
      body: both,
      note: 'taken from a fenced block (latex); 2 pictures in it',
    });
  });

  test('an earlier block that holds only preamble belongs to the picture', () => {
    expect(found(`${fenced(LIBRARY)}\nthen\n${fenced(PICTURE)}`)).toEqual({
      form: 'preamble-and-picture',
      source: `${LIBRARY}\n${PICTURE}`,
      preamble: LIBRARY,
      body: PICTURE,
      note: 'taken from a fenced block (latex); its preamble was taken from an earlier block',
    });
  });

  test('each picture has its own preamble block', () => {
    const reply = [fenced('\\usetikzlibrary{fit}'), fenced(OTHER), fenced(LIBRARY), fenced(PICTURE)].join(
      '\n',
    );
    expect(found(reply).preamble).toBe(LIBRARY);
  });

  test('a later block that holds only preamble is taken when there is no other', () => {
    expect(found(`${fenced(PICTURE)}\nAdd to your preamble:\n${fenced(LIBRARY)}`).preamble).toBe(LIBRARY);
  });
});

describe('preamble next to a picture', () => {
  test.each([
    '\\usepackage[utf8]{inputenc}',
    '\\usetikzlibrary{calc,\n  positioning}',
    '\\definecolor{otter}{RGB}{90,60,30}',
    '\\colorlet{fur}{brown!50}',
    '\\tikzset{\n  otter/.style={draw, fill=fur},\n\n  wave/.style 2 args={#1}\n}',
    '\\pgfplotsset{compat=1.18}',
    '\\newcommand{\\otter}[2][x]{\\draw (#1) circle (#2);}',
    '\\newcommand\\otter{\\begin{tikzpicture}\\draw (0,0);\\end{tikzpicture}}',
    '\\def\\otter#1{\\draw (#1) circle (1);}',
    '\\let\\a=\\b',
    '\\tikzstyle{fur}=[brown, thick]',
    '\\makeatletter\n\\newif\\ifwet\n\\makeatother',
    '\\pgfmathsetmacro{\\size}{2}',
    '% colours\n\\definecolor{otter}{RGB}{90,60,30} % fur\n\\setlength{\\parindent}{0pt}',
  ])('%s is preamble, fenced or bare', (preamble) => {
    const code = `${preamble}\n${PICTURE}`;
    const expected = { form: 'preamble-and-picture', source: code, preamble, body: PICTURE };
    expect(found(fenced(code))).toMatchObject(expected);
    expect(found(`Here it is:\n\n${code}\n\nEnjoy.`)).toMatchObject(expected);
  });

  test('what stands around the picture belongs to the body', () => {
    const body = `\\begin{figure}[h]\n\\centering\n\\resizebox{5cm}{!}{%\n${PICTURE}}\n\\caption{An otter}\n\\end{figure}`;
    const code = `${LIBRARY}\n${body}`;
    expect(found(fenced(code))).toMatchObject({ preamble: LIBRARY, body });
    expect(found(`So:\n${code}\nDone.`)).toMatchObject({ preamble: LIBRARY, body });
  });

  test('a class line without a document is kept for what it is', () => {
    const preamble = '\\documentclass{standalone}\n\\usepackage{tikz}';
    expect(found(`${fenced(preamble)}\n${fenced(PICTURE)}`)).toMatchObject({ form: 'document', preamble });
  });
});

describe('documents', () => {
  const preamble = '\\documentclass[tikz]{standalone}\n\\usepackage{xcolor} % colours\n';
  const whole = `${preamble}\\begin{document}\n${OTHER}\n${PICTURE}\n\\end{document}`;

  test.each([
    ['fenced', fenced(whole)],
    ['bare between prose', `Here:\n\n${whole}\n\nI hope that it helps.`],
    ['a plain file', whole],
  ])('a whole document is cut at its document environment: %s', (_, reply) => {
    expect(found(reply)).toMatchObject({
      form: 'document',
      source: whole,
      preamble,
      body: `\n${OTHER}\n${PICTURE}\n`,
    });
  });

  test('a document that lost only its end is taken, and the note says so', () => {
    const drawing = found(`\`\`\`latex\n${whole.replace('\\end{document}', '\\end{docu')}`);
    expect(drawing).toMatchObject({ form: 'document', body: `\n${OTHER}\n${PICTURE}\n` });
    expect(drawing.note).toContain('the document has no \\end{document}');
  });

  test('macros that draw may stand in the preamble', () => {
    const code = `\\documentclass{article}\n\\usepackage{tikz}\n\\newcommand{\\otter}{${PICTURE}}\n\\begin{document}\n\\otter\n\\end{document}`;
    expect(found(fenced(code))).toMatchObject({ form: 'document', body: '\n\\otter\n' });
  });
});

describe('other pictures', () => {
  test.each([
    ['\\tikz with a group', '\\tikz[scale=2]{\\draw (0,0) -- (1,1); \\fill (1,1) circle (2pt);}'],
    ['\\tikz with one statement', '\\tikz \\draw[red] (0,0) node {a; b} -- (1,1);'],
    ['tikzcd', '\\begin{tikzcd}\nA \\arrow[r] & B\n\\end{tikzcd}'],
    ['circuitikz', '\\begin{circuitikz}\n\\draw (0,0) to[R] (2,0);\n\\end{circuitikz}'],
    ['forest', '\\begin{forest}\n[A [B] [C]]\n\\end{forest}'],
    ['plain TeX form', '\\tikzpicture\n\\draw (0,0) -- (1,1);\n\\endtikzpicture'],
    ['axis', '\\begin{tikzpicture}\n\\begin{axis}\n\\addplot {x};\n\\end{axis}\n\\end{tikzpicture}'],
  ])('%s is a picture', (_, code) => {
    expect(found(fenced(code))).toMatchObject({ form: 'picture', body: code });
  });

  test('comments and verbatim text hold no pictures and end none', () => {
    const code = PICTURE.replace(
      '\\draw',
      '% \\end{tikzpicture}\n\\node {\\verb|\\end{tikzpicture}|};\n\\draw',
    );
    expect(found(`Like this:\n${code}\nYours`).source).toBe(code);
    const commented = OTHER.replaceAll(/^/gm, '% ');
    expect(found(`${fenced(PICTURE)}\n${fenced(commented)}`).source).toBe(PICTURE);
    expect(extractDrawing(fenced(commented)).outcome).toBe('no-code');
  });

  test('commands without a picture are wrapped, and the note says so', () => {
    const code = '\\draw (0,0) -- (1,1);\n\\foreach \\x in {1,2}\n  \\fill (\\x,0) circle (1);';
    expect(found(code)).toEqual({
      form: 'picture',
      source: code,
      preamble: '',
      body: `\\begin{tikzpicture}\n${code}\n\\end{tikzpicture}`,
      note: 'taken from TeX outside of fences; there was no picture environment around the commands, so one was put there',
    });
    expect(found(fenced(code)).body).toBe(`\\begin{tikzpicture}\n${code}\n\\end{tikzpicture}`);
  });

  test('code that was escaped for HTML is unescaped only when it is clearly so', () => {
    const code = '\\begin{tikzpicture}\n\\draw[-&gt;, &quot;a&quot;] (0,0) -- (1,1);\n\\end{tikzpicture}';
    expect(found(fenced(code))).toMatchObject({
      source: code,
      body: code.replace('&gt;', '>').replaceAll('&quot;', '"'),
      note: 'taken from a fenced block (latex); it was escaped for HTML, and was unescaped',
    });
    expect(found(fenced(code.replace('(1,1)', '(1,1) edge[<-] (2,2)'))).body).toContain('&gt;');
  });
});

describe('thinking', () => {
  test.each([
    ['before the answer', `<think>\n${fenced(OTHER)}\n</think>\n${fenced(PICTURE)}`],
    ['without its opening tag', `${fenced(OTHER)}\nso be it\n</think>\n\n${fenced(PICTURE)}`],
    ['by another name', `<thinking>${OTHER}</thinking>\n${fenced(PICTURE)}`],
    ['more than once', `<think>a</think>\nFirst.\n<think>${fenced(OTHER)}</think>\n${fenced(PICTURE)}`],
  ])('%s is left out', (_, reply) => {
    const drawing = found(reply);
    expect(drawing.source).toBe(PICTURE);
    expect(drawing.note).toContain('the text in thinking tags was left out');
  });

  test('that never ends is looked at: a complete picture is taken', () => {
    expect(found(`<think>Let me see.\n${fenced(PICTURE)}`)).toMatchObject({
      source: PICTURE,
      note: 'taken from a fenced block (latex); the thinking never ends; the last complete picture in it was taken',
    });
  });

  test.each(['<think>I put \\draw (0,0) there', '<think>\n\\draw (0,0) -- (1,1);\n', '<think>hm'])(
    'that never ends and holds no complete picture is truncated: %s',
    (reply) => {
      expect(extractDrawing(reply)).toEqual({
        outcome: 'truncated',
        reason: 'the reply ends within its thinking',
      });
    },
  );

  test('with nothing after it is no code', () => {
    expect(extractDrawing(`<think>${fenced(PICTURE)}</think>\n`)).toEqual({
      outcome: 'no-code',
      reason: 'there is nothing after the thinking',
    });
  });
});

describe('no drawing', () => {
  test.each([
    ['', { outcome: 'empty', reason: 'the reply is empty' }],
    [' \n\t\u0000', { outcome: 'empty', reason: 'the reply is empty' }],
    ['I can not draw.', { outcome: 'no-code', reason: 'no TikZ picture; the reply is text only' }],
    [
      'Put it between \\begin{tikzpicture} and \\end{tikzpicture}.',
      { outcome: 'no-code', reason: 'no TikZ picture; the reply is text only' },
    ],
    [
      '```svg\n<svg></svg>\n```',
      { outcome: 'no-code', reason: 'no TikZ picture; the reply holds other code (svg, SVG)' },
    ],
    [
      '```python\nimport matplotlib\n```',
      { outcome: 'no-code', reason: 'no TikZ picture; the reply holds other code (python, Python)' },
    ],
    [fenced(LIBRARY), { outcome: 'no-code', reason: 'no TikZ picture; the reply holds a preamble only' }],
    [
      '\\documentclass{article}\\begin{document}An otter.\\end{document}',
      {
        outcome: 'no-code',
        reason: 'no TikZ picture; the reply holds a LaTeX document without a TikZ picture',
      },
    ],
    [
      '```latex\n\\begin{tikzpicture}\n\\draw (0,0) --',
      {
        outcome: 'truncated',
        reason: 'a picture begins and never ends, in an unclosed fenced block (latex)',
      },
    ],
    [
      'So: \\begin{tikzpicture}\n\\draw (0,0) --',
      { outcome: 'truncated', reason: 'a picture begins and never ends, in TeX outside of fences' },
    ],
    [
      '\\documentclass{article}\n\\begin{document}\nA',
      { outcome: 'truncated', reason: 'a document begins and never ends, in TeX outside of fences' },
    ],
    ['x'.repeat(MAX_REPLY_BYTES + 1), { outcome: 'too-large', reason: 'the reply is longer than 1024 KiB' }],
    [
      'é'.repeat(MAX_REPLY_BYTES / 2 + 1),
      { outcome: 'too-large', reason: 'the reply is longer than 1024 KiB' },
    ],
  ])('%.60s', (reply, expected) => {
    expect(extractDrawing(reply)).toEqual(expected);
  });
});

describe('pictures that a command of the reply draws', () => {
  const calls = String.raw`\newcommand{\onepage}[1]{%
\begin{tikzpicture}
\fill[yellow] (0,#1) circle (0.5);
\end{tikzpicture}}
\onepage{1}
\onepage{2}`;

  test('are taken with its calls, without a fence, too', () => {
    const reply = `Here are the frames:\n\n${calls}\n\nThe sun rises.`;
    expect(extractDrawing(reply)).toMatchObject({
      outcome: 'found',
      drawing: { body: '\\onepage{1}\n\\onepage{2}' },
    });
  });
});
