export interface StsPolicy {
  readonly mode: 'enforce' | 'testing' | 'none'
  readonly mx: readonly string[]
}

const MOST_LINES = 500
const LONGEST_AGE = 31_557_600

/** The announcements of a policy among the TXT records (RFC 8461 section 3.1); more than one count as none. */
export function stsRecordsIn(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => /^v=STSv1[ \t]{0,9};/.test(text))
}

export function hasPolicyId(record: string): boolean {
  return /;[ \t]{0,9}id=[a-z0-9]{1,32}[ \t]{0,9}(?:;|$)/i.test(record)
}

/** RFC 8461 section 3.2; `null` for a file that receivers cannot use. */
export function parseStsPolicy(text: string): StsPolicy | null {
  const fields = text
    .split(/\r?\n/, MOST_LINES)
    .map((line) => /^([a-z_]{1,32})[ \t]{0,9}:[ \t]{0,9}(\S{0,260})\s{0,9}$/i.exec(line))
  const values = (name: string) => fields.flatMap((field) => (field?.[1] === name ? [field[2] ?? ''] : []))
  const mode = (['enforce', 'testing', 'none'] as const).find((known) => known === values('mode')[0])
  const age = values('max_age')[0] ?? ''
  const mx = values('mx').map((name) => name.toLowerCase())
  if (values('version')[0] !== 'STSv1' || mode === undefined) return null
  if (!/^\d{1,10}$/.test(age) || Number(age) > LONGEST_AGE) return null
  return mode !== 'none' && mx.length === 0 ? null : { mode, mx }
}

/** RFC 8461 section 4.1: a star stands for one whole label, the leftmost. */
export function fitsPolicy(host: string, { mx }: StsPolicy): boolean {
  return mx.some((pattern) =>
    pattern.startsWith('*.') ? host.slice(host.indexOf('.')) === pattern.slice(1) : host === pattern,
  )
}
