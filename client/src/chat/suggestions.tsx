import Button from '@mui/material/Button'
import Box from '@mui/material/Box'
import type { Suggestion } from '#core/protocol/chat/frames.ts'

/** Where a thumb needs more room, the conversation keeps the rest. */
const mostOnPhone = 2

type SuggestionsProps = {
  readonly offered: readonly Suggestion[]
  readonly isDisabled: boolean
  readonly onChoose: (suggestion: Suggestion) => void
}

/** Questions that fit, to ask with one touch. */
export function Suggestions({ offered, isDisabled, onChoose }: SuggestionsProps) {
  if (offered.length === 0) return null
  return (
    <Box
      component="ul"
      aria-label="Suggested questions"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 2,
        listStyle: 'none',
        m: 0,
        px: 4,
        pt: 2,
        pb: 0,
      }}
    >
      {offered.map((suggestion, place) => (
        <Box
          key={suggestion.text}
          component="li"
          sx={place < mostOnPhone ? null : { display: { xs: 'none', md: 'block' } }}
        >
          <QuestionButton suggestion={suggestion} isDisabled={isDisabled} onChoose={onChoose} />
        </Box>
      ))}
    </Box>
  )
}

type QuestionButtonProps = Omit<SuggestionsProps, 'offered'> & { readonly suggestion: Suggestion }

export function QuestionButton({ suggestion, isDisabled, onChoose }: QuestionButtonProps) {
  return (
    <Button
      variant="outlined"
      color="inherit"
      disabled={isDisabled}
      onClick={() => onChoose(suggestion)}
      sx={{
        minHeight: { xs: 48, md: 36 },
        px: 2.5,
        fontSize: { xs: '0.8125rem', md: '0.75rem' },
        py: 1,
        borderRadius: 6,
        borderColor: 'divider',
        fontWeight: 'fontWeightRegular',
        lineHeight: 1.3,
        textAlign: 'left',
      }}
    >
      {suggestion.label}
    </Button>
  )
}
