import * as v from 'valibot'
import { MAIL_HANDLERS, type PreflightLine } from '#shared/preflight/preflight-line.ts'

/** What is needed of a line again when a run is gone on with. */
export type WrittenPreflight = Pick<
  PreflightLine,
  'line' | 'domain' | 'addresses' | 'mail' | 'mx' | 'provider' | 'breaksOn'
> & {
  readonly breaks: readonly Pick<
    PreflightLine['breaks'][number],
    'kind' | 'state' | 'day' | 'finalDay' | 'services' | 'addresses'
  >[]
  readonly contradictions: readonly unknown[]
  readonly error: { readonly code: string } | null
}

const written: v.GenericSchema<unknown, WrittenPreflight> = v.object({
  schema: v.literal(1),
  line: v.number(),
  domain: v.nullable(v.string()),
  addresses: v.number(),
  mail: v.nullable(v.picklist(MAIL_HANDLERS)),
  mx: v.array(v.string()),
  provider: v.nullable(
    v.object({ id: v.string(), name: v.string(), certainty: v.picklist(['known', 'probable']) }),
  ),
  breaksOn: v.nullable(v.string()),
  breaks: v.array(
    v.object({
      kind: v.picklist(['sign-in-ends', 'service-ends', 'ews-ends', 'old-tls-ends', 'fetching-ends']),
      state: v.picklist(['announced', 'effective', 'final']),
      day: v.string(),
      finalDay: v.nullable(v.string()),
      services: v.nullable(v.picklist(['sending', 'receiving', 'all'])),
      addresses: v.nullable(v.number()),
    }),
  ),
  contradictions: v.array(v.unknown()),
  error: v.nullable(v.object({ code: v.string() })),
})

/** A line that an earlier run has written, `null` for anything else. */
export function readPreflightLine(text: string): WrittenPreflight | null {
  try {
    const parsed = v.safeParse(written, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
