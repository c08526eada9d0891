import type { Guide } from '#shared/guides/guide.ts'

/** It no longer sends or receives; the new Outlook has taken its place. */
export const windowsMail: Guide = {
  name: 'windows-mail',
  program: 'Windows Mail',
  version: '16005, the last one',
  describedOn: '2026-11-27',
  encryption: { tls: { en: 'SSL/TLS' }, starttls: { en: 'STARTTLS' }, none: { en: 'None', de: 'Keine' } },
  steps: [{ kind: 'note', note: 'discontinued' }],
}
