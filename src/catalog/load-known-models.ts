import { basename } from 'node:path';
import { z } from 'zod';
import type { ModelFacts, ModelPrice, ServerConfig } from '../domain/model.ts';
import { checkShape } from './describe-issues.ts';
import { keyMistakes, providerMistakes } from './load-known-models-rules.ts';
import { type FactsShape, type KnownModelsShape, knownModelsSchema } from './load-known-models-schema.ts';
import { type FileMistake, usageErrorFor } from './mistakes.ts';
import { readYaml } from './yaml-source.ts';

/** What is known of models, and the user's own servers. Both in the order of the files. */
export interface KnownModels {
  readonly facts: readonly ModelFacts[];
  readonly servers: readonly ServerConfig[];
}

/**
 * Reads tables of known models. A later file goes before an earlier one: of a model it changes the fields that it gives
 * (a price as a whole, null for "not known"), of a server all. Throws one UsageError that lists every mistake of every
 * file as `path:line:column: …`; where `providers` is given, models of others are mistakes too.
 */
export function loadKnownModels(
  paths: readonly string[],
  options: { readonly providers?: readonly string[] } = {},
): KnownModels {
  const read = paths.map((path) => ({ path, ...readShape(path, options.providers) }));
  const mistakes = read.flatMap((file) => file.mistakes);
  if (mistakes.length > 0) throw usageErrorFor(mistakes);
  const facts = new Map<string, ModelFacts>();
  const servers = new Map<string, ServerConfig>();
  for (const { path, shape } of read) {
    const basis = shape.basis ?? basename(path);
    for (const [id, given] of Object.entries(shape.models ?? {}))
      facts.set(id, overlay(facts.get(id) ?? unknownModel(id), given, basis));
    for (const [name, given] of Object.entries(shape.servers ?? {})) servers.set(name, toServer(name, given));
  }
  return { facts: [...facts.values()], servers: [...servers.values()] };
}

interface ReadShape {
  readonly shape: KnownModelsShape;
  readonly mistakes: readonly FileMistake[];
}

function readShape(path: string, providers: readonly string[] | undefined): ReadShape {
  const source = readYaml(path);
  if (source.outcome === 'invalid') return { shape: {}, mistakes: source.mistakes };
  const { data, place } = source.value;
  // A file in which all is commented out says nothing.
  if (data === null) return { shape: {}, mistakes: [] };
  const { keys, rest } = keyMistakes(data);
  const { value, mistakes } = checkShape(knownModelsSchema, rest);
  const unknown = providers === undefined ? [] : providerMistakes(rest, providers);
  return { shape: value ?? {}, mistakes: [...keys, ...mistakes, ...unknown].map(place) };
}

function unknownModel(id: string): ModelFacts {
  return {
    id,
    name: id.slice(id.indexOf('/') + 1),
    family: null,
    maker: null,
    releasedOn: null,
    hasOpenWeights: null,
    contextTokens: null,
    maxOutputTokens: null,
    seesPictures: null,
    reasons: null,
    takesTemperature: null,
    price: null,
  };
}

function overlay(before: ModelFacts, { price, ...given }: FactsShape, basis: string): ModelFacts {
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...before, ...said, ...(price !== undefined && { price: price && priceOf(price, basis) }) };
}

function priceOf(given: NonNullable<FactsShape['price']>, basis: string): ModelPrice {
  const { inputUsd, outputUsd, cachedInputUsd = null } = given;
  return { inputUsd, outputUsd, cachedInputUsd, basis: given.basis ?? basis };
}

function toServer(name: string, given: NonNullable<KnownModelsShape['servers']>[string]): ServerConfig {
  const { baseUrl, keyVariable = null, mostRequests = null, headers = {} } = given;
  return { name, baseUrl, keyVariable, mostRequests, headers };
}

/** JSON Schema (draft 7, which editors know) of a file of known models. */
export function knownModelsJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(knownModelsSchema, { target: 'draft-7', io: 'input' });
}
