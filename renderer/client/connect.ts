import { createClient } from '#shared/contract/client.ts'
import type { EngineClient, EngineContract } from '#shared/contract/contract.ts'
import { MEMBERS } from '#shared/contract/members.ts'
import { takeBridge } from '#renderer/client/bridge-channel.ts'
import { openLoopback, takeSessionKey, type LossReason } from '#renderer/client/loopback-channel.ts'

/** Finds the engine: the desktop shell's bridge, or else the browser host; `null` where there is neither. */
export function connectEngine(onLoss: (reason: LossReason) => void): EngineClient | null {
  const bridge = takeBridge()
  if (bridge !== null) return createClient<EngineContract>(MEMBERS, bridge)
  const key = takeSessionKey(sessionStorage)
  return key === null ? null : createClient<EngineContract>(MEMBERS, openLoopback(key, onLoss))
}
