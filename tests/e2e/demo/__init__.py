"""The demonstration: journeys of permohonan through a real office, and the proofs of them."""
