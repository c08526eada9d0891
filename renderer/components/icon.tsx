import styles from './icon.module.css'

const PATHS = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M7 7l10 10M17 7L7 17',
  exclamation: 'M12 6v7.5M12 17.5v.01',
  minus: 'M7 12h10',
  lock: 'M7 11V8.5a5 5 0 0110 0V11M6 11h12v8.5H6z',
  inbox: 'M4 13l2.5-8h11L20 13v6H4zM4 13h5l1 2.5h4l1-2.5h5',
  outbox: 'M4 12l16-7.5L13.5 20l-3-6.5zM10.5 13.5L20 4.5',
  pencil: 'M5 19l1-4L16 5l3 3L9 18z',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  outside: 'M10 6H6v12h12v-4M13 5h6v6M19 5l-8 8',
  eye: 'M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM12 14.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5z',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  clock: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5.5l3.5 2',
  info: 'M12 11v6M12 7v.01M12 21a9 9 0 100-18 9 9 0 000 18z',
  bin: 'M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7',
  file: 'M7 3.5h7l4 4v13H7zM13.5 4v4H18',
  terminal: 'M4 5.5h16v13H4zM7 9.5l3 2.5-3 2.5M12 15h4.5',
  globe: 'M12 21a9 9 0 100-18 9 9 0 000 18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
} as const

export type IconName = keyof typeof PATHS

/** A drawn sign beside words that say the same; it is never the only carrier of a meaning. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
