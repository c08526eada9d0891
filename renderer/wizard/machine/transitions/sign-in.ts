import { startAuthorizing, startTest, toServers } from '#renderer/wizard/machine/transitions/ways.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const signIn: TransitionsOf<'sign-in'> = {
  'test-started': startTest,
  'authorize-started': startAuthorizing,
  'password-given': (state) => ({ ...state, token: 'none' }),
  back: toServers,
  'servers-wanted': toServers,
}
