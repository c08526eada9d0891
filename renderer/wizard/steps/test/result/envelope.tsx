import styles from './envelope.module.css'

/** Three lines that end in one encrypted envelope. */
export function Envelope() {
  return (
    <svg className={styles.envelope} viewBox="0 0 220 120" aria-hidden="true">
      <g className={styles.lines}>
        <path d="M4 22H70C86 22 88 46 100 52" />
        <path d="M4 60H100" />
        <path d="M4 98H70C86 98 88 74 100 68" />
      </g>
      <rect x="98" y="20" width="118" height="80" rx="10" className={styles.paper} />
      <path d="M102 26l55 40 55-40" className={styles.fold} />
      <circle cx="157" cy="66" r="17" className={styles.wax} />
      <path d="M149 66.5l6 6 11-12" className={styles.tick} />
    </svg>
  )
}
