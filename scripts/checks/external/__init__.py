"""KB8xx: addresses of other sites, asked once a week."""
