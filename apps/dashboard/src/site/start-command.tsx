const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]']

/** Whether this Pulso runs on the machine that looks at it. */
export function isHere(): boolean {
  return LOCAL_HOSTS.includes(location.hostname)
}

/** The command that prints a new sign-in link, for where this Pulso runs: on this machine, or deployed. */
export function StartCommand() {
  return (
    <pre class="command">
      <code>{isHere() ? 'npm start' : 'npm run deploy'}</code>
    </pre>
  )
}
