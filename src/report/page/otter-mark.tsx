/** The otter's head that stands beside the name. */
export function OtterMark() {
  return (
    <svg class="otter-mark" viewBox="0 0 64 64" aria-hidden="true">
      <circle cx="13" cy="20" r="7" fill="#6f4d34" />
      <circle cx="51" cy="20" r="7" fill="#6f4d34" />
      <ellipse cx="32" cy="33" rx="25" ry="23" fill="#8a6242" />
      <ellipse cx="32" cy="42" rx="17" ry="12" fill="#e9d3b4" />
      <circle cx="22" cy="29" r="3.2" fill="#241a12" />
      <circle cx="42" cy="29" r="3.2" fill="#241a12" />
      <ellipse cx="32" cy="36" rx="5.5" ry="4" fill="#241a12" />
      <path
        d="M32 40v4m0 0q-4 4-8 1m8-1q4 4 8 1M15 41 4 39m11 6L5 48M49 41l11-2m-11 6 10 3"
        fill="none"
        stroke="#241a12"
        stroke-width="1.6"
        stroke-linecap="round"
      />
    </svg>
  );
}
