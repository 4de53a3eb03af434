import { createContext, use } from 'react';

/** Asks the person to sign in, then tries again. */
export type AskToSignIn = (then: () => void) => void;

export const SignInContext = createContext<AskToSignIn>((then) => then());

export function useSignIn(): AskToSignIn {
  return use(SignInContext);
}
