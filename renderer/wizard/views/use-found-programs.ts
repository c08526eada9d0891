import { useEffect, useState } from 'react'
import type { EngineClient } from '#shared/contract/contract.ts'
import type { FoundProgram } from '#shared/programs/found-program.ts'

/** The mail programs of this computer, the one that opens links to addresses first; none until they are known. */
export function useFoundPrograms(engine: EngineClient): readonly FoundProgram[] {
  const [found, setFound] = useState<readonly FoundProgram[]>([])
  useEffect(() => {
    let isWanted = true
    void engine.programs.list({}).then(({ programs, mailto }) => {
      const isUsual = ({ id }: FoundProgram) => id === mailto?.program
      if (isWanted) setFound([...programs.filter(isUsual), ...programs.filter((one) => !isUsual(one))])
    })
    return () => {
      isWanted = false
    }
  }, [engine])
  return found
}
