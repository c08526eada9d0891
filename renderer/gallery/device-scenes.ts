import { DEVICE_CARDS } from '#shared/devices/cards.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import { NOTHING_TOLD } from '#renderer/wizard/machine/sending-question.ts'
import { FIRST_STEP, type DeviceStep } from '#renderer/wizard/machine/state.ts'
import { beginWithDevices } from '#renderer/wizard/machine/transitions/devices.ts'
import { DISCOVERIES } from '#renderer/gallery/sample-discovery.ts'
import { sampleAddress } from '#renderer/gallery/sample-address.ts'
import { scene, type Scene } from '#renderer/gallery/sample-states.ts'

const LIST = beginWithDevices(FIRST_STEP)

function device(
  id: string | null,
  discovery: Discovery | null,
  change: Partial<DeviceStep> = {},
): DeviceStep {
  const address = sampleAddress(discovery?.address ?? 'scanner@contoso.example')
  return {
    step: 'device',
    card: DEVICE_CARDS.find((card) => card.id === id) ?? null,
    text: discovery === null ? '' : address.unicode,
    problem: null,
    needs: NOTHING_TOLD,
    lookUp: discovery === null ? { state: 'none' } : { state: 'asked', address, discovery },
    from: LIST,
    ...change,
  }
}

/** What is to send by itself, and the ways for it. */
export const DEVICES: readonly Scene[] = [
  scene('devices', { ...LIST, search: 'kyocera' }),
  scene('device-microsoft', device('kyocera', DISCOVERIES.microsoft365)),
]
