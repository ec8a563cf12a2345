import { render } from 'preact';
import { App } from './app.tsx';
import { readReport } from './report.ts';
import './styles/theme.css';
import './styles/base.css';
import './styles/numbers.css';
import './styles/wall.css';
import './styles/sample.css';
import './styles/overlay.css';
import './styles/verdicts.css';
import './styles/rounds.css';
import './styles/filmstrip.css';
import './styles/likeness.css';
import './styles/pairs.css';

const root = document.getElementById('page');
if (root) render(<App report={readReport(document)} />, root);
