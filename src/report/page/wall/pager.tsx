interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** Walks through the pages of the wall; nothing where there is only one. */
export function Pager({ page, pages, onPage }: PagerProps) {
  if (pages <= 1) return null;
  const go = (to: number): void => {
    onPage(to);
    document.getElementById('wall')?.scrollIntoView();
  };
  return (
    <nav class="pager" aria-label="Pages of the wall">
      <button type="button" disabled={page === 0} onClick={() => go(page - 1)}>
        ← Earlier
      </button>
      <span>
        Page {page + 1} of {pages}
      </span>
      <button type="button" disabled={page === pages - 1} onClick={() => go(page + 1)}>
        Later →
      </button>
    </nav>
  );
}
