const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]']

/** The command that prints a new sign-in link, for where this Pulso runs: on this machine, or deployed. */
export function StartCommand() {
  return (
    <pre class="command">
      <code>{LOCAL_HOSTS.includes(location.hostname) ? 'npm start' : 'npm run deploy'}</code>
    </pre>
  )
}
