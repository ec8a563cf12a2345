import { createHash } from 'node:crypto';
import type { SeenRequest } from './model-server.ts';

/** A question to a judge as it came over the wire, in whichever of the protocols. */
export interface SeenQuestion {
  readonly kind: 'naming' | 'items' | 'pair';
  /** The text beside the picture. */
  readonly text: string;
  /** What is asked, by the name of the field. */
  readonly items: readonly { readonly id: string; readonly question: string }[];
  /** SHA-256 of the PNGs, in their order. */
  readonly pictures: readonly string[];
  /** The PNGs themselves. */
  readonly pngs: readonly Buffer[];
}

/** The question of a judge in a request; null for a request to draw. */
export function questionIn({ json }: Pick<SeenRequest, 'json'>): SeenQuestion | null {
  const { text, images } = lastOfUser(json);
  if (images.length === 0) return null;
  const pngs = images.map((base64) => Buffer.from(base64.replace(/^data:[^,]*,/, ''), 'base64'));
  const pictures = pngs.map((png) => createHash('sha256').update(png).digest('hex'));
  const asked = /<questions>\n([\s\S]*)\n<\/questions>/.exec(text)?.[1];
  const kind = asked !== undefined ? 'items' : text.includes('<request>') ? 'pair' : 'naming';
  return { kind, text, items: asked === undefined ? [] : JSON.parse(asked), pictures, pngs };
}

export interface JudgeMind {
  /** What it sees, by name. */
  readonly things?: (question: SeenQuestion) => readonly string[];
  /** `yes`, `no` or `unsure` to one item. */
  readonly answer?: (item: SeenQuestion['items'][number], question: SeenQuestion) => string;
  readonly better?: (question: SeenQuestion) => string;
}

/** What a judge of that mind says, as JSON of the form that was asked for. */
export function judgeAnswer(question: SeenQuestion, mind: JudgeMind = {}): string {
  if (question.kind === 'naming')
    return JSON.stringify({ sentence: 'Some things.', things: mind.things?.(question) ?? ['thing'] });
  if (question.kind === 'pair')
    return JSON.stringify({ evidence: 'Both are fine.', better: mind.better?.(question) ?? 'equal' });
  const fields = question.items.map((item) => {
    const answer = mind.answer?.(item, question) ?? 'yes';
    return [item.id, { evidence: `That is so: ${item.id}.`, answer }] as const;
  });
  return JSON.stringify(Object.fromEntries(fields));
}

interface Said {
  readonly text: string;
  /** Base64, or data URLs. */
  readonly images: readonly string[];
}

// biome-ignore lint/suspicious/noExplicitAny: bodies of four protocols
function lastOfUser(json: any): Said {
  const said = (json.messages ?? json.input ?? []).at(-1) ?? {};
  if (typeof said.content === 'string') return { text: said.content, images: said.images ?? [] };
  // biome-ignore lint/suspicious/noExplicitAny: see above
  const parts: readonly any[] = said.content ?? [];
  const text = parts.map((part) => part.text ?? '').join('');
  const images = parts.flatMap((part) => part.image_url?.url ?? part.image_url ?? part.source?.data ?? []);
  return { text, images };
}
