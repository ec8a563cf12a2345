// A server of OpenAI's chat protocol that answers at once, always with the same drawing. A process of its own, so that its
// work is not taken for the harness's. Prints its address, and ends with its parent.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const TEXT =
  '```latex\n\\begin{tikzpicture}\n\\begin{scope}[part=otter]\\fill[brown] (0,0) circle (1);\\end{scope}\n\\end{tikzpicture}\n```';
const chunk = (delta: object, finish: string | null) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'instant',
  choices: [{ index: 0, delta, finish_reason: finish }],
});
const BODY = [
  chunk({ role: 'assistant', content: TEXT }, null),
  chunk({}, 'stop'),
  {
    ...chunk({}, null),
    choices: [],
    usage: { prompt_tokens: 400, completion_tokens: 60, total_tokens: 460 },
  },
]
  .map((event) => `data: ${JSON.stringify(event)}\n\n`)
  .join('')
  .concat('data: [DONE]\n\n');

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => response.writeHead(200, { 'content-type': 'text/event-stream' }).end(BODY));
});
server.listen(0, '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
process.on('disconnect', () => process.exit(0));
