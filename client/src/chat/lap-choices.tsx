import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import InputBase from '@mui/material/InputBase'
import Typography from '@mui/material/Typography'
import { type FormEvent, useState } from 'react'
import type { Scope, ScopeChange } from '#core/protocol/chat/scope.ts'
import { type Choice, Choices } from './choices.tsx'

type LapChoicesProps = {
  readonly scope: Scope
  readonly onChoose: (change: ScopeChange) => void
}

/** Another lap, where one is spoken of; else which laps an answer is over. */
export function LapChoices({ scope, onChoose }: LapChoicesProps) {
  const { lap, laps = [], filter = {} } = scope
  if (lap !== undefined && laps.length < 2) return <LapForm lap={lap} onChoose={onChoose} />
  const { fromLap, toLap, withoutTraffic, afterRestart } = filter
  const isAll = laps.length === 0 && Object.keys(filter).length === 0
  const choices: readonly Choice[] = [
    { label: 'All green laps', isChosen: isAll, change: { filter: {}, laps: [] } },
    {
      label: 'Without traffic',
      isChosen: withoutTraffic === true,
      change: { filter: { withoutTraffic: true }, laps: [] },
    },
    {
      label: 'After a restart',
      isChosen: afterRestart === true,
      change: { filter: { afterRestart: true }, laps: [] },
    },
  ]
  return (
    <>
      <Choices choices={choices} onChoose={onChoose} />
      <RangeForm from={fromLap} to={toLap} onChoose={onChoose} />
    </>
  )
}

function LapForm({
  lap,
  onChoose,
}: {
  readonly lap: number
  readonly onChoose: LapChoicesProps['onChoose']
}) {
  const [chosen, setChosen] = useState(`${lap}`)
  const number = lapNumber(chosen)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (number !== undefined) onChoose({ lap: number })
  }
  return (
    <Row onSubmit={submit} isReady={number !== undefined}>
      <LapField label="Lap" value={chosen} onChange={setChosen} />
    </Row>
  )
}

type RangeFormProps = {
  readonly from: number | undefined
  readonly to: number | undefined
  readonly onChoose: LapChoicesProps['onChoose']
}

function RangeForm({ from, to, onChoose }: RangeFormProps) {
  const [first, setFirst] = useState(`${from ?? ''}`)
  const [last, setLast] = useState(`${to ?? ''}`)
  const fromLap = lapNumber(first)
  const toLap = lapNumber(last)
  const isReady =
    fromLap !== undefined && toLap !== undefined
      ? fromLap <= toLap
      : (fromLap ?? toLap) !== undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const filter = {
      ...(fromLap !== undefined && { fromLap }),
      ...(toLap !== undefined && { toLap }),
    }
    onChoose({ filter, laps: [] })
  }
  return (
    <Row onSubmit={submit} isReady={isReady}>
      <LapField label="Laps" value={first} onChange={setFirst} />
      <LapField label="to" value={last} onChange={setLast} />
    </Row>
  )
}

type RowProps = {
  readonly onSubmit: (event: FormEvent) => void
  readonly isReady: boolean
  readonly children: React.ReactNode
}

function Row({ onSubmit, isReady, children }: RowProps) {
  return (
    <Box
      component="form"
      onSubmit={onSubmit}
      sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 4, py: 1 }}
    >
      {children}
      <Button type="submit" disabled={!isReady} sx={{ minHeight: { xs: 48, md: 44 } }}>
        Ask
      </Button>
    </Box>
  )
}

type LapFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function LapField({ label, value, onChange }: LapFieldProps) {
  return (
    <Box component="label" sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <Typography variant="body2" component="span">
        {label}
      </Typography>
      <InputBase
        value={value}
        onChange={({ target }) => onChange(target.value)}
        inputProps={{ inputMode: 'numeric' }}
        sx={{
          width: 56,
          minHeight: 44,
          px: 2,
          border: 1,
          borderColor: 'divider',
          borderRadius: '6px',
        }}
      />
    </Box>
  )
}

/** What was typed as the number of a lap; undefined where it is none. */
function lapNumber(text: string): number | undefined {
  const number = Number(text.trim())
  return Number.isInteger(number) && number > 0 && number < 1000 ? number : undefined
}
