/**
 * The registry of enhanced status codes (RFC 3463 and the IANA list that goes on from it) without their class:
 * subject and detail. The words of each are in the language files.
 */
export const STATUS_DETAILS = [
  '0.0',
  '1.0',
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '1.5',
  '1.6',
  '1.7',
  '1.8',
  '1.9',
  '1.10',
  '2.0',
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '3.0',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '3.5',
  '3.6',
  '4.0',
  '4.1',
  '4.2',
  '4.3',
  '4.4',
  '4.5',
  '4.6',
  '4.7',
  '5.0',
  '5.1',
  '5.2',
  '5.3',
  '5.4',
  '5.5',
  '5.6',
  '6.0',
  '6.1',
  '6.2',
  '6.3',
  '6.4',
  '6.5',
  '6.6',
  '6.7',
  '6.8',
  '6.9',
  '6.10',
  '7.0',
  '7.1',
  '7.2',
  '7.3',
  '7.4',
  '7.5',
  '7.6',
  '7.7',
  '7.8',
  '7.9',
  '7.10',
  '7.11',
  '7.12',
  '7.13',
  '7.14',
  '7.15',
  '7.16',
  '7.17',
  '7.18',
  '7.19',
  '7.20',
  '7.21',
  '7.22',
  '7.23',
  '7.24',
  '7.25',
  '7.26',
  '7.27',
  '7.28',
  '7.29',
  '7.30',
] as const

export type StatusDetail = (typeof STATUS_DETAILS)[number]

const STATUS_SUBJECTS = ['0', '1', '2', '3', '4', '5', '6', '7'] as const

export type StatusSubject = (typeof STATUS_SUBJECTS)[number]

export function isStatusDetail(value: unknown): value is StatusDetail {
  return STATUS_DETAILS.some((known) => known === value)
}

export function isStatusSubject(value: unknown): value is StatusSubject {
  return STATUS_SUBJECTS.some((known) => known === value)
}

export interface EnhancedStatus {
  readonly class: '2' | '4' | '5'
  readonly subject: StatusSubject
  /** `null` for a number that is not in the registry. */
  readonly detail: StatusDetail | null
}

/** Takes a code such as `5.7.26` apart; `null` if it cannot be one. */
export function parseEnhancedStatus(code: string | null): EnhancedStatus | null {
  const [, kind, subject, rest] = /^([245])\.([0-7])\.(\d{1,3})$/.exec(code ?? '') ?? []
  if (kind === undefined || subject === undefined) return null
  const detail = STATUS_DETAILS.find((known) => known === `${subject}.${rest}`) ?? null
  return { class: kind as EnhancedStatus['class'], subject: subject as StatusSubject, detail }
}
