"""Tests of the ground that the components stand on."""
