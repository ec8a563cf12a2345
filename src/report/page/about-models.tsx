import type { RunInfo, RunModel } from '../../domain/run.ts';
import { printable, printableLine } from '../../util/printable.ts';
import { count } from './amounts.ts';
import { commonSettingWords, priceWords, settingWords } from './model-words.ts';

/** All that is known of the models and how they were asked; nothing where nothing is known of any. */
export function AboutModels({ run }: { readonly run: RunInfo }) {
  const known = run.models.filter((model) => model.facts || settingWords(model.settings).length > 0);
  if (known.length === 0) return null;
  const common = commonSettingWords(run);
  return (
    <details class="about-models">
      <summary>About the models</summary>
      {common.length > 0 && <p class="hint">All were asked with: {common.join(' · ')}.</p>}
      <div class="scroll">
        <table>
          <thead>
            <tr>
              {[
                'Model',
                'Maker',
                'Released',
                'Weights',
                'Context',
                'Price a million tokens',
                'Asked with',
              ].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {known.map((model) => (
              <ModelRow key={model.id} model={model} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function ModelRow({ model }: { readonly model: RunModel }) {
  const facts = model.facts ?? null;
  const weights = facts?.hasOpenWeights ?? null;
  const settings = settingWords(model.settings);
  return (
    <tr>
      <th scope="row">
        {printable(model.id)}
        {facts && <small>{printable(facts.name)}</small>}
      </th>
      <td>{printableLine(facts?.maker ?? 'unknown', 80)}</td>
      <td class="nowrap">{printable(facts?.releasedOn ?? 'unknown')}</td>
      <td>{weights === null ? 'unknown' : weights ? 'open' : 'closed'}</td>
      <td class="number">{facts?.contextTokens ? count(facts.contextTokens) : 'unknown'}</td>
      <td>
        {facts ? priceWords(facts) : 'unknown'}
        {facts?.price && <small>{printable(facts.price.basis)}</small>}
      </td>
      <td>{settings.length > 0 ? settings.join(' · ') : 'the provider’s defaults'}</td>
    </tr>
  );
}
