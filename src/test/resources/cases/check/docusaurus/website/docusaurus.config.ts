export default { redirects: [{ from: '/docs/old', to: '/docs/setup' }] };
