import { useState } from 'preact/hooks';

/** Copies a text as it is, hidden characters included, and says so. */
export function CopyButton({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('Copy');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      // Some browsers keep the clipboard from pages opened from disk; the text can still be selected by hand.
      setSaid('Select the text and copy it by hand');
    }
  };
  return (
    <button type="button" class="copy" onClick={copy} aria-live="polite">
      {said}
    </button>
  );
}
