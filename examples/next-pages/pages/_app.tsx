import 'assent/styles.css'
import '../site.css'
import { ConsentProvider, type Snapshot } from 'assent'
import type { AppProps } from 'next/app'
import Head from 'next/head'
import { useRouter } from 'next/router'
import { consent } from '../consent'
import { Site } from '../site'

/** A page that is the same for everyone has no snapshot: then the script before the banner hides it from visitors who decided. */
export default function App({ Component, pageProps }: AppProps<{ snapshot?: Snapshot }>) {
  const router = useRouter()
  return (
    <ConsentProvider
      consent={consent}
      snapshot={pageProps.snapshot}
      // What getServerSideProps gave by the old choice is asked for again.
      onDecision={() => void router.replace(router.asPath, undefined, { scroll: false })}
    >
      <Head>
        <title>Low tide</title>
        <link rel="icon" href="/icon.svg" />
      </Head>
      <Site>
        <Component {...pageProps} />
      </Site>
    </ConsentProvider>
  )
}
