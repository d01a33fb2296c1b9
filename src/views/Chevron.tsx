/** Points down inside anything with `aria-expanded="true"`. */
export const Chevron = () => (
  <svg
    className="chevron"
    width="12"
    height="12"
    viewBox="0 0 12 12"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d="m4.5 2.5 3.5 3.5-3.5 3.5" />
  </svg>
)
