import { endingAt } from '#shared/batch/ending.ts'
import type { ServiceOutcome } from '#shared/batch/result-line.ts'
import type { BatchRow } from '#shared/batch/row.ts'
import { certificateIn } from '#shared/domain/evidence.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { isGood } from '#shared/finding/check-result.ts'
import { secondsOf } from '#shared/monitoring/monitored.ts'
import type { UseCases } from '#engine/use-cases.ts'
import type { Trial } from '#cli/batch/row-runner.ts'
import { subjectOf } from '#cli/batch/row-subject.ts'
import { testedLine, untestedLine, type WrittenLine } from '#cli/batch/written-line.ts'
import type { Invocation } from '#cli/command.ts'
import { discover } from '#cli/discover.ts'
import { findingJson } from '#cli/output/check-json.ts'
import { present } from '#cli/present.ts'

/** Tests one row as `check` tests an account, with what the row says and without a question to anyone. */
export async function testRow(
  useCases: UseCases,
  row: BatchRow,
  invocation: Invocation,
): Promise<Trial<WrittenLine> | 'stopped'> {
  const { terminal, translator } = invocation
  // Of its own, so that nothing of thousands of rows stays with the signal of the run.
  const own = new AbortController()
  const passOn = () => own.abort()
  if (terminal.signal.aborted) return 'stopped'
  terminal.signal.addEventListener('abort', passOn, { once: true })
  const { signal } = own
  try {
    const discovery = await discover(useCases, row.address, 'leave-alone', signal)
    const subject = await subjectOf(useCases, row, discovery, { env: terminal.env, signal })
    if (!subject.ok) return { result: untestedLine(row, subject.error, discovery, translator.t), endings: [] }
    const { setupId, credential } = subject.value
    try {
      const results = await endpointResults(useCases, { setupId, credential, row, signal })
      if (results === null) return 'stopped'
      const services = results.map((result) => serviceLine(result, invocation))
      return { result: testedLine(row, services, discovery), endings: results.map(endingAt) }
    } finally {
      useCases.close(setupId)
    }
  } catch (error) {
    if (signal.aborted) return 'stopped'
    throw error
  } finally {
    terminal.signal.removeEventListener('abort', passOn)
  }
}

/** `null` where the test was called off before it had an end of its own. */
async function endpointResults(
  useCases: UseCases,
  {
    setupId,
    credential,
    row,
    signal,
  }: Pick<Parameters<UseCases['test']>[0], 'setupId' | 'credential'> & {
    readonly row: BatchRow
    readonly signal: AbortSignal
  },
): Promise<readonly EndpointResult[] | null> {
  const protocols = row.endpoints.length === 0 ? null : row.endpoints.map(({ protocol }) => protocol)
  const request = { setupId, credential, sending: null, protocols, message: null }
  for await (const event of useCases.test(request, signal)) {
    const told = present(event)
    if (told.type !== 'done') continue
    const { endpoints } = told.result
    return signal.aborted && endpoints.some(({ code }) => code === 'CANCELLED') ? null : endpoints
  }
  return null
}

function serviceLine(
  { endpoint, verdict, code, passwordSent, evidence, findings }: EndpointResult,
  { translator: { t } }: Invocation,
): ServiceOutcome {
  const { protocol, host, port, security } = endpoint
  return {
    protocol,
    host,
    port,
    security,
    verdict,
    code,
    passwordSent,
    certificateEnds: certificateIn(evidence)?.validTo ?? null,
    seconds: secondsOf(evidence),
    findings: isGood(verdict) ? [] : findings.map((finding) => findingJson(finding, t)),
  }
}
