/** What all items of a rubric have. Each is phrased so that `yes` speaks for the drawing. */
interface RubricItemBase {
  /** Unique within the rubric of a task. */
  readonly id: string;
  /** What it measures: `recognition`, `likeness`, `craft`, `style`…; groups the report. */
  readonly skill: string;
  /** Above 0. */
  readonly weight: number;
  /** Ids of items; while one of them is unmet this one is unmet too. */
  readonly needs: readonly string[];
  /** The subject of the task that it is about: where that is not there, the item should not be met. Left out: the whole. */
  readonly of?: string;
}

/** An item that a judge answers with yes, no or unsure. All texts are filled already. */
export interface AskedItem extends RubricItemBase {
  readonly kind: 'asked';
  readonly question: string;
  /** What counts as yes. */
  readonly yes: string;
  /** What does not count. */
  readonly no: string;
  /** A subject of the task: the judge is shown this part alone, cut out of the picture. Left out: the whole picture. */
  readonly crop?: string;
}

/** An item that blind naming answers: met when one of these words is among what the judge says is drawn. */
export interface NamedItem extends RubricItemBase {
  readonly kind: 'named';
  /** At least one, in lower case: `otter`, `sea otter`. */
  readonly names: readonly string[];
}

export type RubricItem = AskedItem | NamedItem;

/** What vision judges are asked of one task's drawings, with everything included and filled. */
export interface Rubric {
  /** At least one, ids unique. */
  readonly items: readonly RubricItem[];
  /** SHA-256 over the items; the order of items counts, that of keys does not. */
  readonly hash: string;
}
