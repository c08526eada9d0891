import { useEffect, useState } from 'react'
import type { RefusalStanding } from '#shared/accounts/refusals.ts'
import { isSetupGone } from '#shared/domain/setup-gone.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

/** How many passwords have been refused lately, also by an earlier run; `null` until the engine has said so. */
export function useRefusals(setupId: string): RefusalStanding | null {
  const { engine } = useTools()
  const [standing, setStanding] = useState<RefusalStanding | null>(null)
  useEffect(() => {
    void engine.setup.refusals({ setupId }).then((answer) => setStanding(isSetupGone(answer) ? null : answer))
  }, [engine, setupId])
  return standing
}
