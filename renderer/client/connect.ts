import { createClient } from '#shared/contract/client.ts'
import { contract, type EngineClient } from '#shared/contract/contract.ts'
import { takeBridge } from '#renderer/client/bridge-channel.ts'
import { openLoopback, takeSessionKey, type LossReason } from '#renderer/client/loopback-channel.ts'

/** Finds the engine: the desktop shell's bridge, or else the browser host; `null` where there is neither. */
export function connectEngine(onLoss: (reason: LossReason) => void): EngineClient | null {
  const bridge = takeBridge()
  if (bridge !== null) return createClient(contract, bridge)
  const key = takeSessionKey()
  return key === null ? null : createClient(contract, openLoopback(key, onLoss))
}
