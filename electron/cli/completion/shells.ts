import { bash } from '#cli/completion/bash.ts'
import { fish } from '#cli/completion/fish.ts'
import type { Shell } from '#cli/completion/shell.ts'
import { zsh } from '#cli/completion/zsh.ts'

export const SHELLS: readonly Shell[] = [bash, zsh, fish]
