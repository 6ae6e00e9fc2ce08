import './mark.css'

/** Pulso's name with its heartbeat. */
export function Mark() {
  return (
    <span class="mark">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="9" />
        <path d="M5 17h5l3-8 5 15 3-9 1.5 2H27" />
      </svg>
      <span class="mark-word">Pulso</span>
    </span>
  )
}
