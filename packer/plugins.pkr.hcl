# In a file of its own: packer before 1.7 does not know the block, and has the builder inside.
packer {
  required_plugins {
    amazon = {
      version = ">= 1.3.0"
      source  = "github.com/hashicorp/amazon"
    }
  }
}
