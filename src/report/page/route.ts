import { useLayoutEffect, useState } from 'preact/hooks';

/** What the address says is to be seen: the whole report, one sample, or two side by side. */
export interface Route {
  readonly sampleId: string | null;
  readonly besideId: string | null;
}

const HOME: Route = { sampleId: null, besideId: null };
const PATTERN = /^#\/sample\/([^/]+)(?:\/beside\/([^/]+))?$/;

/** Reads `#/sample/<id>` and `#/sample/<id>/beside/<id>`; all else is the whole report. */
export function parseRoute(hash: string): Route {
  const match = PATTERN.exec(hash);
  if (!match?.[1]) return HOME;
  try {
    return {
      sampleId: decodeURIComponent(match[1]),
      besideId: match[2] === undefined ? null : decodeURIComponent(match[2]),
    };
  } catch {
    // A cut or mistyped address is no reason to fail.
    return HOME;
  }
}

/** The address of a sample, or of two side by side. */
export function sampleAddress(sampleId: string, besideId: string | null = null): string {
  const address = `#/sample/${encode(sampleId)}`;
  return besideId === null ? address : `${address}/beside/${encode(besideId)}`;
}

// encodeURIComponent throws on lone surrogates, which a stranger's id may hold.
function encode(id: string): string {
  return encodeURIComponent(id.toWellFormed());
}

/** The route of the address bar, kept up to date. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useLayoutEffect(() => {
    const update = (): void => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', update);
    return () => removeEventListener('hashchange', update);
  }, []);
  return route;
}
