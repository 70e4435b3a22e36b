import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import NativeSelect from '@mui/material/NativeSelect'
import { useState } from 'react'
import { intentGroups } from '#core/protocol/chat/intent-words.ts'
import type { Scope, ScopeChange } from '#core/protocol/chat/scope.ts'
import { Choices } from './choices.tsx'

type IntentChoicesProps = {
  readonly scope: Scope
  readonly onChoose: (change: ScopeChange) => void
}

/** What else may have been asked: what is near to it at once, the rest one step away. */
export function IntentChoices({ scope, onChoose }: IntentChoicesProps) {
  const groups = intentGroups.map(({ name, intents }) => ({
    name,
    intents: Object.entries(intents),
    isNear: Object.keys(intents).some((intent) => scope.intents.includes(intent)),
  }))
  const near = groups.filter(({ isNear }) => isNear).flatMap(({ intents }) => intents)
  return (
    <>
      {near.length === 0 ? null : (
        <Choices
          choices={near.map(([intent, label]) => ({
            label,
            isChosen: scope.intents.includes(intent),
            change: { intents: [intent] },
          }))}
          onChoose={onChoose}
        />
      )}
      <OtherIntents groups={groups.filter(({ isNear }) => !isNear)} onChoose={onChoose} />
    </>
  )
}

type OtherIntentsProps = {
  readonly groups: readonly {
    readonly name: string
    readonly intents: readonly (readonly [string, string])[]
  }[]
  readonly onChoose: IntentChoicesProps['onChoose']
}

/** The system's own list; asked for by a button, because arrow keys choose on the way. */
function OtherIntents({ groups, onChoose }: OtherIntentsProps) {
  const [chosen, setChosen] = useState('')
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 4, py: 1 }}>
      <NativeSelect
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
        inputProps={{ 'aria-label': 'Something else' }}
        sx={{
          flex: 1,
          minWidth: 0,
          typography: 'body2',
          '& select': { minHeight: { xs: 48, md: 44 }, py: 0 },
        }}
      >
        <option value="" disabled hidden>
          Something else …
        </option>
        {groups.map(({ name, intents }) => (
          <optgroup key={name} label={name}>
            {intents.map(([intent, label]) => (
              <option key={intent} value={intent}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </NativeSelect>
      <Button
        disabled={chosen === ''}
        onClick={() => onChoose({ intents: [chosen] })}
        sx={{ minHeight: { xs: 48, md: 44 } }}
      >
        Ask
      </Button>
    </Box>
  )
}
