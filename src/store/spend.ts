import type { Spend } from '../domain/run.ts';
import type { Database } from './database.ts';

/** What requests took. Cached replies, and those that no provider was asked for, are no requests. */
export interface RequestTotals {
  /** Requests that were sent, those that failed included. */
  readonly requests: number;
  /** US dollars of the requests whose cost is known. */
  readonly costUsd: number;
  /** Requests whose cost is not known. */
  readonly unknownCosts: number;
}

export interface ModelSpend extends RequestTotals {
  /** Requests that got an answer. */
  readonly answers: number;
  /** Tokens of all requests; null where an answer does not say, or there is none. */
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
}

/** The totals hold what judges took, too. */
export interface RunSpend extends RequestTotals {
  /** Models of which a drawing was requested. */
  readonly byModel: ReadonlyMap<string, ModelSpend>;
  /** Judges that were asked something. */
  readonly byJudge: ReadonlyMap<string, ModelSpend>;
}

const IS_ANSWER = "outcome <> 'provider-trouble'";

/** Sum of a count of tokens over a group of attempts: null unless there are answers and each of them has it. */
const sumOf = (column: string): string =>
  `CASE WHEN count(*) FILTER (WHERE ${IS_ANSWER}) = count(${column}) FILTER (WHERE ${IS_ANSWER})
   AND count(${column}) > 0 THEN sum(${column}) END`;

interface ModelRow extends Omit<ModelSpend, 'costUsd' | 'unknownCosts' | 'inputTokens' | 'outputTokens'> {
  readonly model_id: string;
  readonly cost_usd: number;
  readonly unknown_costs: number;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
}

const SUMS = `count(*) AS requests, count(*) FILTER (WHERE ${IS_ANSWER}) AS answers, total(cost_usd) AS cost_usd,
  count(*) - count(cost_usd) AS unknown_costs,
  ${sumOf('input_tokens')} AS input_tokens, ${sumOf('output_tokens')} AS output_tokens`;

/** What the whole run took so far. */
export function readRunSpend(database: Database): RunSpend {
  const byModel = spendsOf(
    database,
    `SELECT model_id, ${SUMS} FROM attempts JOIN samples ON samples.id = sample_id WHERE is_request = 1
     GROUP BY model_id ORDER BY min(samples.position)`,
  );
  const byJudge = spendsOf(
    database,
    `SELECT judge_id AS model_id, ${SUMS} FROM judge_attempts WHERE is_request = 1 GROUP BY judge_id ORDER BY min(id)`,
  );
  const all = [...byModel.values(), ...byJudge.values()];
  const sum = (of: (spend: ModelSpend) => number): number =>
    all.reduce((total, spend) => total + of(spend), 0);
  return {
    requests: sum(({ requests }) => requests),
    costUsd: sum(({ costUsd }) => costUsd),
    unknownCosts: sum(({ unknownCosts }) => unknownCosts),
    byModel,
    byJudge,
  };
}

function spendsOf(database: Database, sql: string): Map<string, ModelSpend> {
  const spends = database.all<ModelRow>(sql).map((row): [string, ModelSpend] => [
    row.model_id,
    {
      requests: row.requests,
      costUsd: row.cost_usd,
      unknownCosts: row.unknown_costs,
      answers: row.answers,
      inputTokens: row.input_tokens,
      outputTokens: row.output_tokens,
    },
  ]);
  return new Map(spends);
}

interface SampleRow {
  readonly sample_id: string;
  readonly requests: number;
  readonly cost_usd: number | null;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
  readonly reasoning_tokens: number | null;
  readonly cached_input_tokens: number | null;
  readonly latency_ms: number | null;
  readonly is_cached: number;
}

/** What the samples of some positions took, by their ids: all attempts, those of earlier conversations included. */
export function readSpends(database: Database, positions: readonly [number, number]): Map<string, Spend> {
  const rows = database.all<SampleRow>(
    `SELECT sample_id, total(is_request) AS requests,
       CASE WHEN count(cost_usd) = count(*) THEN total(cost_usd) END AS cost_usd,
       ${sumOf('input_tokens')} AS input_tokens, ${sumOf('output_tokens')} AS output_tokens,
       ${sumOf('reasoning_tokens')} AS reasoning_tokens, ${sumOf('cached_input_tokens')} AS cached_input_tokens,
       CASE WHEN count(*) FILTER (WHERE is_request = 1 AND ${IS_ANSWER})
         = count(latency_ms) FILTER (WHERE is_request = 1 AND ${IS_ANSWER})
         THEN sum(latency_ms) FILTER (WHERE is_request = 1 AND ${IS_ANSWER}) END AS latency_ms,
       min(CASE WHEN ${IS_ANSWER} THEN is_cached END) AS is_cached
     FROM samples JOIN attempts ON sample_id = samples.id
     WHERE samples.position BETWEEN ? AND ? GROUP BY samples.position`,
    positions,
  );
  return new Map(rows.map((row) => [row.sample_id, toSpend(row)]));
}

function toSpend(row: SampleRow): Spend {
  return {
    requests: row.requests,
    usage: {
      inputTokens: row.input_tokens,
      outputTokens: row.output_tokens,
      reasoningTokens: row.reasoning_tokens,
      cachedInputTokens: row.cached_input_tokens,
    },
    costUsd: row.cost_usd,
    latencyMs: row.latency_ms,
    isCached: row.is_cached === 1,
  };
}
