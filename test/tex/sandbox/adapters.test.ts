import { bubblewrapSandbox } from '../../../src/tex/sandbox/bubblewrap.ts';
import { unconfinedSandbox } from '../../../src/tex/sandbox/unconfined.ts';
import { describeSandbox } from '../../contracts/sandbox.ts';

describeSandbox(bubblewrapSandbox());
describeSandbox(unconfinedSandbox());
