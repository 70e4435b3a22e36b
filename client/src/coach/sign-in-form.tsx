import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTitle } from '../shell/use-title.ts'
import { signIn, signInWaysQuery } from './coach-requests.ts'

/** A token signs a coach in; where a proxy does it, there is nothing to type. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  useTitle('Sign in')
  const ways = useQuery(signInWaysQuery())
  const [token, setToken] = useState('')
  const signing = useMutation({ mutationFn: signIn, onSuccess: onSignedIn })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signing.mutate(token)
  }
  return (
    <Box component="main" sx={{ display: 'grid', placeItems: 'center', minHeight: '100dvh', p: 4 }}>
      <Box
        component="form"
        onSubmit={submit}
        sx={{ width: '100%', maxWidth: 400, display: 'flex', flexDirection: 'column', gap: 4 }}
      >
        <Typography variant="h1">Coaches sign in here</Typography>
        {ways.data?.auth === 'iap' ? (
          <Typography>
            Identity-Aware Proxy signs you in. Load the page again to get there.
          </Typography>
        ) : (
          <>
            <TextField
              label="Token"
              type="password"
              autoComplete="current-password"
              autoFocus
              required
              value={token}
              onChange={(event) => setToken(event.target.value)}
              helperText="It was shown when you were added as a coach; whoever runs the service can make a new one."
            />
            {signing.error === null ? null : (
              <Alert severity="error" variant="outlined">
                {signing.error.message}
              </Alert>
            )}
            <Button
              type="submit"
              variant="contained"
              disableElevation
              loading={signing.isPending}
              sx={{ minHeight: 48 }}
            >
              Sign in
            </Button>
          </>
        )}
      </Box>
    </Box>
  )
}
