import type { TestEvent } from '#shared/contract/test-event.ts'
import type { CheckResult, EndpointResult } from '#shared/finding/check-result.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { sayIfUnsaved } from '#cli/check/ask-about-refusals.ts'
import type { Invocation } from '#cli/command.ts'
import { progressLine, resultText } from '#cli/output/check-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { present } from '#cli/present.ts'
import { print, say } from '#cli/terminal.ts'

/**
 * Tests a setup and tells its progress as it happens: the one way of `check` and of `accounts test`.
 * @param beside more lines about one result, printed after it
 */
export async function runTest(
  useCases: UseCases,
  request: Parameters<UseCases['test']>[0],
  address: string,
  invocation: Invocation,
  beside: (result: EndpointResult) => readonly string[] = () => [],
): Promise<CheckResult> {
  const { terminal, translator, colors, json } = invocation
  const style = createStyle(colors)
  let result: CheckResult | null = null
  for await (const event of useCases.test(request, terminal.signal)) {
    const told: TestEvent = present(event)
    const progress = progressLine(told, translator.t, style)
    if (progress !== null) say(terminal, progress)
    if (told.type === 'result' && !json) {
      print(terminal, resultText(told.result, address, translator.t, style))
      for (const line of beside(told.result)) print(terminal, line)
    }
    if (told.type === 'done') result = told.result
  }
  if (result === null) throw new Error('the test ended without a result')
  sayIfUnsaved(present(await useCases.refusals(request.setupId)), invocation)
  return result
}
