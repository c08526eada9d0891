import { withoutFormula } from '#shared/batch/table-page.ts'
import type { PreflightLine } from '#shared/preflight/preflight-line.ts'

/** The columns: a stable interface. Several values of one are separated by a semicolon and a space. */
const COLUMNS: readonly (readonly [name: string, value: (line: PreflightLine) => string | number | null])[] =
  [
    ['line', ({ line }) => line],
    ['domain', ({ domain }) => domain],
    ['addresses', ({ addresses }) => addresses],
    ['smtp_auth_on', ({ smtpAuthOn }) => smtpAuthOn],
    ['breaks_on', ({ breaksOn }) => breaksOn],
    ['mail', ({ mail }) => mail],
    ['provider', ({ provider }) => provider?.name ?? null],
    ['certainty', ({ provider }) => provider?.certainty ?? null],
    ['relay', ({ relay }) => relay],
    ['mx', ({ mx }) => mx.join('; ')],
    [
      'servers',
      ({ servers }) => servers.map(({ protocol, endpoint }) => `${protocol} ${endpoint}`).join('; '),
    ],
    [
      'sign_in',
      ({ signIn }) =>
        signIn
          .map(({ kind, services, until, final }) =>
            [kind, services, until === null ? '' : `until ${until}`, final === null ? '' : `final ${final}`]
              .filter((part) => part !== '')
              .join(' '),
          )
          .join('; '),
    ],
    [
      'breaks',
      ({ breaks }) =>
        breaks
          .map(({ kind, services, state, day, finalDay }) =>
            [kind, services ?? '', state, day, finalDay ?? ''].filter((part) => part !== '').join(' '),
          )
          .join('; '),
    ],
    ['contradictions', ({ contradictions }) => contradictions.map(({ text }) => text).join('; ')],
    ['notes', ({ notes }) => notes.map(({ text }) => text).join('; ')],
    ['error', ({ error }) => error?.code ?? null],
  ]

export function csvHead(): string {
  return COLUMNS.map(([name]) => name).join(',')
}

/** One line of RFC 4180, without its end. SECURITY: what others have named is no formula in a spreadsheet. */
export function csvLine(line: PreflightLine): string {
  return COLUMNS.map(([, valueOf]) => field(valueOf(line))).join(',')
}

function field(value: string | number | null): string {
  if (typeof value === 'number') return String(value)
  const text = withoutFormula(value ?? '').replaceAll(/[\r\n]+/g, ' ')
  return /[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
