import { useEffect, useState } from 'react'
import type { RefusalRecord } from '#shared/accounts/refusals.ts'
import { isSetupGone } from '#shared/domain/setup-gone.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

/** How many passwords have been refused lately, also by an earlier run; `null` until the engine has said so, and
 * before there is a setup. */
export function useRefusals(setupId: string | null): RefusalRecord | null {
  const { engine } = useTools()
  const [record, setRecord] = useState<RefusalRecord | null>(null)
  useEffect(() => {
    if (setupId === null) return
    void engine.setup.refusals({ setupId }).then((answer) => setRecord(isSetupGone(answer) ? null : answer))
  }, [engine, setupId])
  return record
}
