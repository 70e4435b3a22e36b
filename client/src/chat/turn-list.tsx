import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useLayoutEffect, useRef } from 'react'
import type { Shown } from './conversation.ts'
import type { TurnDeeds } from './use-turn-deeds.ts'
import { useRaceNames } from './race-names.ts'
import { TurnView } from './turn-view.tsx'

type TurnListProps = TurnDeeds & {
  readonly shown: Shown
  readonly isBusy: boolean
}

/**
 * The conversation. A new question stands at the top, and its answer grows below it: nothing moves under who reads.
 * Answers far out of sight are not drawn, so that a long conversation stays quick.
 */
export function TurnList({ shown, isBusy, ...deeds }: TurnListProps) {
  const { turns, verdicts, welcome, link } = shown
  const raceName = useRaceNames(turns.length > 0)
  const list = useRef<HTMLDivElement>(null)
  const lastId = turns.at(-1)?.id
  useLayoutEffect(() => {
    const last = list.current?.lastElementChild
    if (lastId !== undefined && last instanceof HTMLElement)
      list.current?.scrollTo({ top: last.offsetTop - list.current.offsetTop })
  }, [lastId])
  return (
    <Box
      ref={list}
      role="log"
      aria-label="Conversation"
      // The announcer tells an answer once it is whole.
      aria-live="off"
      tabIndex={0}
      sx={{
        flex: 1,
        minHeight: 0,
        overflowY: 'auto',
        overscrollBehavior: 'contain',
        containerType: 'size',
        px: 4,
        '&:focus-visible': { outlineOffset: -2 },
      }}
    >
      {turns.length === 0 ? <Opening /> : null}
      {turns.map((turn) => (
        <TurnView
          key={turn.id}
          turn={turn}
          isLast={turn.id === lastId}
          isBusy={isBusy}
          isConnected={link === 'open'}
          model={welcome?.model ?? null}
          verdict={verdicts.get(turn.answer?.answerId ?? '')}
          raceName={raceName}
          {...deeds}
        />
      ))}
    </Box>
  )
}

function Opening() {
  return (
    <Box sx={{ py: 5 }}>
      <Typography sx={{ fontWeight: 'fontWeightMedium' }}>
        Ask about laps, sections, other cars or the weather.
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        Answers come from the timing of this season. Each number opens the lap and the line of the
        timing file that it was read from. What timing cannot tell is said so.
      </Typography>
    </Box>
  )
}
